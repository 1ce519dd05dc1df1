/**
 * Lists that people take along. Whoever has a list describes it as an {@link
 * id.dukcapil.portal.documents.export.ExportKind}; asking, waiting, progress, the file, its download and its end are the same
 * for all and happen here, in the background.
 */
@NamedInterface("export")
@NullMarked
package id.dukcapil.portal.documents.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

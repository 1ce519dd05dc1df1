/** Numbered papers of the office from one template: berita acara, daily reports, letters with a signature in ink. */
@NamedInterface("paper")
@NullMarked
package id.dukcapil.portal.documents.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

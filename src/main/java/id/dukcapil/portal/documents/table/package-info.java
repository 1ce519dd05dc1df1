/**
 * Lists that people bring along: CSV and XLSX read row by row in little memory, whoever wrote them and however, and refused with a
 * sentence when they cannot be trusted. Nothing here knows what the rows mean.
 */
@NamedInterface("table")
@NullMarked
package id.dukcapil.portal.documents.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

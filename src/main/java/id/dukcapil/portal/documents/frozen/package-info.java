/** What was closed and must never change: kept twice under its hash, sealed with the key of the portal. */
@NamedInterface("frozen")
@NullMarked
package id.dukcapil.portal.documents.frozen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

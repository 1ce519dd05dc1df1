/**
 * Files that citizens and clerks bring along: judged by their bytes and never by their name, freed of what nobody
 * meant to send, and refused with a sentence when they could harm whoever opens them.
 */
@NamedInterface("upload")
@NullMarked
package id.dukcapil.portal.documents.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

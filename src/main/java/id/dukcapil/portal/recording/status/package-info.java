/** The central status of recorded people: imports of its export, and who is told of it. */
@NullMarked
package id.dukcapil.portal.recording.status;

import org.jspecify.annotations.NullMarked;

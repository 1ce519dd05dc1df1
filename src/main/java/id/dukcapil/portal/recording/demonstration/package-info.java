/** Invented recordings, so that the demonstration shows a hall at work. */
@NullMarked
package id.dukcapil.portal.recording.demonstration;

import org.jspecify.annotations.NullMarked;

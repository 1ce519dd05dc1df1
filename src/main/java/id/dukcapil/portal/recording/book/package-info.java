/** The diary (BHPPK), which is kept by itself from what happens to recordings. */
@NullMarked
package id.dukcapil.portal.recording.book;

import org.jspecify.annotations.NullMarked;

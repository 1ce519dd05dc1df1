/** What the daily summary says of requests for a Kartu Keluarga. */
@NullMarked
package id.dukcapil.portal.submission.figures;

import org.jspecify.annotations.NullMarked;

/** Unduhan: the lists somebody has taken along, and how far those are that are being made. */
@NullMarked
package id.dukcapil.portal.documents.ui;

import org.jspecify.annotations.NullMarked;

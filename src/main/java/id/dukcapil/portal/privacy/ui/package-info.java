/** Rooms of the officer for personal data: requests, incidents, retention, and what is stored where and why. */
@NullMarked
package id.dukcapil.portal.privacy.ui;

import org.jspecify.annotations.NullMarked;

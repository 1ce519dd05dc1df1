/** The screen of the outbox. */
@NullMarked
package id.dukcapil.portal.notification.ui;

import org.jspecify.annotations.NullMarked;

/** The office's mail server: SMTP for what goes out, IMAP for what comes back. */
@NullMarked
package id.dukcapil.portal.notification.smtp;

import org.jspecify.annotations.NullMarked;

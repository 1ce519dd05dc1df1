/** The screen of the audit trail. */
@NullMarked
package id.dukcapil.portal.audit.ui;

import org.jspecify.annotations.NullMarked;

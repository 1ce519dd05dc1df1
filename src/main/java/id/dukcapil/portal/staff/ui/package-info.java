/** Screens for people, roles and mandates. */
@NullMarked
package id.dukcapil.portal.staff.ui;

import org.jspecify.annotations.NullMarked;

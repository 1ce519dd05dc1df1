@NullMarked
package id.dukcapil.portal.staff.ui;

import org.jspecify.annotations.NullMarked;

@NullMarked
package id.dukcapil.portal.sla.ui.alert;

import org.jspecify.annotations.NullMarked;

@NullMarked
package id.dukcapil.portal.sla.ui.standard;

import org.jspecify.annotations.NullMarked;

@NullMarked
package id.dukcapil.portal.sla.ui;

import org.jspecify.annotations.NullMarked;

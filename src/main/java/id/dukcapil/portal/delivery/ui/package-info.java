@NullMarked
package id.dukcapil.portal.delivery.ui;

import org.jspecify.annotations.NullMarked;

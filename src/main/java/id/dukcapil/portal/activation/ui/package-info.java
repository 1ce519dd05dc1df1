@NullMarked
package id.dukcapil.portal.activation.ui;

import org.jspecify.annotations.NullMarked;

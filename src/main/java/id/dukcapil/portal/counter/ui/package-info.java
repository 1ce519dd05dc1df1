@NullMarked
package id.dukcapil.portal.counter.ui;

import org.jspecify.annotations.NullMarked;

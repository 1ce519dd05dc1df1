@NullMarked
package id.dukcapil.portal.counter.device;

import org.jspecify.annotations.NullMarked;

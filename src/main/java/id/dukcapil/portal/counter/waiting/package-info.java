@NullMarked
package id.dukcapil.portal.counter.waiting;

import org.jspecify.annotations.NullMarked;

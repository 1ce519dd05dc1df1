@NullMarked
package id.dukcapil.portal.counter.queue;

import org.jspecify.annotations.NullMarked;

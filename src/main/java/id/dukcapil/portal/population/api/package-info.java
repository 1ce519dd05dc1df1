@NullMarked
package id.dukcapil.portal.population.api;

import org.jspecify.annotations.NullMarked;

@NullMarked
package id.dukcapil.portal.population.ui;

import org.jspecify.annotations.NullMarked;

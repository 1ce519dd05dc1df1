/** How long a step may take from a day on: proposed with its legal basis, approved by another person, never retroactive. */
@NullMarked
package id.dukcapil.portal.sla.validity;

import org.jspecify.annotations.NullMarked;

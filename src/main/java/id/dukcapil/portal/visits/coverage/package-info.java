/** How far the pupils of the regency are recorded, and what came of each visit: the reports of the school visits. */
@NullMarked
package id.dukcapil.portal.visits.coverage;

import org.jspecify.annotations.NullMarked;

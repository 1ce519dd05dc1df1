/** Lists of pupils that schools send, compared with the register of residents. */
@NullMarked
package id.dukcapil.portal.visits.pupil;

import org.jspecify.annotations.NullMarked;

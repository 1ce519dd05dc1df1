/** The six steps of an activation: status, rules, secrets, mails and what follows from a move. */
@NullMarked
package id.dukcapil.portal.activation.process;

import org.jspecify.annotations.NullMarked;

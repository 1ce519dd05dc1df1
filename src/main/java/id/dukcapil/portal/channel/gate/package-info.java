/** Keeps a crowd from overrunning the portal: how many requests are worked on at once, and in what order the others come in. */
@NullMarked
package id.dukcapil.portal.channel.gate;

import org.jspecify.annotations.NullMarked;

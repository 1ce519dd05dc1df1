/** What the channel itself answers: the offices, the pages that explain problems, and the description of the API. */
@NullMarked
package id.dukcapil.portal.channel.api;

import org.jspecify.annotations.NullMarked;

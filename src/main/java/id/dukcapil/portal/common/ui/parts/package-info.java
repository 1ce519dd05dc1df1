/**
 * Parts of pages that several rooms share: steps with their times, forks, lists by urgency, drawings beside their tables,
 * the closing of a day. Their look is in {@code frontend/styles/parts.css}; the page {@code /galeri} of the demonstration
 * shows each of them.
 */
@NullMarked
package id.dukcapil.portal.common.ui.parts;

import org.jspecify.annotations.NullMarked;

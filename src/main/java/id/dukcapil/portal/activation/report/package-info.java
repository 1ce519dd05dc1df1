/** The daily report: figures, closing, corrections, paper and spreadsheet, target. */
@NullMarked
package id.dukcapil.portal.activation.report;

import org.jspecify.annotations.NullMarked;

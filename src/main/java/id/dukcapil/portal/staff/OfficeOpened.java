package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;

/** An administrator has entered a new office; published inside the transaction that enters it. */
public record OfficeOpened(OfficeCode office, Office.Kind kind) {}

package id.dukcapil.portal.counter.hall;

import id.dukcapil.portal.counter.queue.Due.Allowances;

/** @param calls how often a number is called before the person counts as absent */
public record HallSettings(Allowances allowances, int calls) {

    static final HallSettings USUAL = new HallSettings(Allowances.USUAL, 3);
}

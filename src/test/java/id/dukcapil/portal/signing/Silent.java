package id.dukcapil.portal.signing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nobody watches the batch; what was told can be read afterwards. */
final class Silent implements BatchProgress {

    final List<Turn> turns = Collections.synchronizedList(new ArrayList<>());
    final List<BatchCounts> counts = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void advanced(BatchCounts now, Turn last) {
        turns.add(last);
        counts.add(now);
    }

    @Override
    public void ended(BatchEnding ending, @Nullable String explanation, BatchCounts last) {
        counts.add(last);
    }
}

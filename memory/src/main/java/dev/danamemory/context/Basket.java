package dev.danamemory.context;

import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What budget was spent on, in the order of spending, so that the last can be given back first. */
final class Basket {
    private final List<Taken> taken = new ArrayList<>();

    void take(Taken one) {
        taken.add(one);
    }

    Taken giveBackLast() {
        return taken.removeLast();
    }

    int size() {
        return taken.size();
    }

    boolean holdsRelevant(Turn turn) {
        return taken.contains(new Taken.Relevant(turn));
    }

    /** Gives back a turn if it was taken as a relevant one. */
    void giveBackRelevant(Turn turn) {
        taken.remove(new Taken.Relevant(turn));
    }

    Selection selection() {
        return new Selection(
                of(Taken.Summarised.class)
                        .sorted(Comparator.comparingInt(Taken.Summarised::place))
                        .map(Taken.Summarised::summary)
                        .toList(),
                of(Taken.Relevant.class)
                        .map(Taken.Relevant::turn)
                        .sorted(Comparator.comparingLong(Turn::turnNumber))
                        .toList(),
                of(Taken.Recent.class)
                        .map(Taken.Recent::turn)
                        .sorted(Comparator.comparingLong(Turn::turnNumber))
                        .toList(),
                of(Taken.Recent.class).anyMatch(Taken.Recent::cut));
    }

    private <T extends Taken> Stream<T> of(Class<T> kind) {
        return taken.stream().filter(kind::isInstance).map(kind::cast);
    }
}

package dev.danamemory.store.contract;

import java.util.ArrayList;
import java.util.List;

/** The models that linear orders of the actors' steps lead to. */
final class Orders {
    private Orders() {}

    /** All of A. */
    static Model whole(Model beginning, Actor a) {
        Model model = beginning.copy();
        take(model, a, 0, a.protocol().steps());
        return model;
    }

    /** All of A, then all of B. */
    static Model oneAfterTheOther(Model beginning, Actor a, Actor b) {
        Model model = whole(beginning, a);
        take(model, b, 0, b.protocol().steps());
        return model;
    }

    /** All of A with all of B in one place between its steps. */
    static List<Model> withB(Model beginning, Actor a, Actor b) {
        List<Model> models = new ArrayList<>();
        for (int place = 0; place <= a.protocol().steps(); place++) {
            models.add(woven(beginning, a, place, a.protocol().steps(), b));
        }
        return models;
    }

    /** Some of A with all of B in one place between its steps. */
    static List<Model> withPartOfA(Model beginning, Actor a, Actor b) {
        List<Model> models = new ArrayList<>();
        for (int place = 0; place <= a.protocol().steps(); place++) {
            for (int end = place; end <= a.protocol().steps(); end++) {
                models.add(woven(beginning, a, place, end, b));
            }
        }
        return models;
    }

    /** Some of A. */
    static List<Model> partsOf(Model beginning, Actor a) {
        List<Model> models = new ArrayList<>();
        for (int end = 0; end <= a.protocol().steps(); end++) {
            Model model = beginning.copy();
            take(model, a, 0, end);
            models.add(model);
        }
        return models;
    }

    /** Some of A, then all of B. */
    static List<Model> partsThen(Model beginning, Actor a, Actor b) {
        List<Model> models = partsOf(beginning, a);
        models.forEach(model -> take(model, b, 0, b.protocol().steps()));
        return models;
    }

    /**
     * Some of A, then all of it.
     *
     * @param afresh by another process, which knows nothing of the load
     */
    static List<Model> repeated(Model beginning, Actor a, boolean afresh) {
        List<Model> models = partsOf(beginning, a);
        for (Model model : models) {
            if (afresh) {
                model.forgetAll(a.name());
            }
            model.forgetAnswer(a.name());
            take(model, a, 0, a.protocol().steps());
        }
        return models;
    }

    private static Model woven(Model beginning, Actor a, int place, int end, Actor b) {
        Model model = beginning.copy();
        take(model, a, 0, place);
        take(model, b, 0, b.protocol().steps());
        take(model, a, place, end);
        return model;
    }

    private static void take(Model model, Actor actor, int from, int to) {
        for (int n = from; n < to; n++) {
            actor.step(n).accept(model);
        }
    }
}

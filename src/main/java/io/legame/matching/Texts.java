package io.legame.matching;

import io.legame.wording.Nicknames;
import java.util.List;

/** The distinct texts of all records. Given, middle and family names share one dictionary, as they are exchanged. */
final class Texts {
    private static final int[] NONE = {};

    final Dictionary names = new Dictionary();
    final Dictionary companies = new Dictionary();
    final Dictionary streets = new Dictionary();
    final Dictionary places = new Dictionary();
    final Dictionary mailboxes = new Dictionary();
    final Dictionary domains = new Dictionary();
    final Dictionary codes = new Dictionary();

    private int[][] forms = new int[0][];
    private int[] sounds = {};

    /** Works out what is asked often of a name; called when all texts are there. */
    void complete() {
        forms = new int[names.size() + 1][];
        sounds = new int[names.size() + 1];
        forms[0] = NONE;
        for (int id = 1; id <= names.size(); id++) {
            List<Integer> groups = Nicknames.groups(names.text(id));
            forms[id] = groups.isEmpty()
                    ? NONE
                    : groups.stream().mapToInt(Integer::intValue).toArray();
            sounds[id] = Sound.of(names.letters(), names.start(id), names.length(id));
        }
    }

    boolean areNicknames(int one, int other) {
        for (int form : forms[one]) {
            for (int another : forms[other]) {
                if (form == another) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Of a name; 0 when there is none. */
    int sound(int name) {
        return sounds[name];
    }

    /** Of a given name, the same for the commonest name that it stands for: Peppe and Giuseppe. */
    int form(int name) {
        return forms[name].length == 0 ? sounds[name] : Hashing.join(forms[name][0], 7);
    }
}

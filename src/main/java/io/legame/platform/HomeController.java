package io.legame.platform;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {
    private final List<HomePanel> panels;
    private final ObjectProvider<FirstSteps> firstSteps;

    HomeController(List<HomePanel> panels, ObjectProvider<FirstSteps> firstSteps) {
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(HomePanel::position))
                .toList();
        this.firstSteps = firstSteps;
    }

    @GetMapping("/")
    Home show() {
        Viewer viewer = Viewer.current();
        return new Home(
                panels.stream().filter(panel -> viewer.may(panel.permission())).toList(),
                firstSteps.stream().anyMatch(FirstSteps::needed));
    }
}

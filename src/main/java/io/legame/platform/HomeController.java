package io.legame.platform;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {
    private final List<HomePanel> panels;

    HomeController(List<HomePanel> panels) {
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(HomePanel::position))
                .toList();
    }

    @GetMapping("/")
    Home show() {
        Viewer viewer = Viewer.current();
        return new Home(
                panels.stream().filter(panel -> viewer.may(panel.permission())).toList());
    }
}

package io.legame.segments.web;

import io.legame.segments.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Circles for groups that overlap. Two are drawn to scale, three are not: circles cannot show any three sizes and what
 * they have in common.
 *
 * @param labels numbers of customers, where there is room for them
 */
public record Venn(List<Circle> circles, List<Label> labels, boolean toScale) {
    public static final int WIDTH = 360;
    public static final int HEIGHT = 240;
    private static final double LARGEST = 100;
    private static final double ROOM = 34;

    public record Circle(double x, double y, double radius) {}

    /** @param in see {@link Overlap.Region#in} */
    public record Label(double x, double y, int in, long customers) {}

    static Venn of(Overlap overlap, int groups) {
        return groups == 2 ? two(overlap) : three(overlap);
    }

    private static Venn two(Overlap overlap) {
        long a = overlap.group(0).size();
        long b = overlap.group(1).size();
        long both = size(overlap, 3);
        double scale = Math.max(Math.max(a, b), 1) / (LARGEST * LARGEST);
        double ra = Math.sqrt(a / scale);
        double rb = Math.sqrt(b / scale);
        double distance = distance(ra, rb, both * Math.PI / scale);
        double width = Math.max(distance + ra + rb, 2 * Math.max(ra, rb));
        double fit = Math.min(1, (WIDTH - 8) / Math.max(width, 1));
        double left = Math.min(-ra, distance - rb);
        double begin = (WIDTH - width * fit) / 2 - left * fit;
        var circleA = new Circle(begin, HEIGHT / 2.0, ra * fit);
        var circleB = new Circle(begin + distance * fit, HEIGHT / 2.0, rb * fit);
        var labels = new ArrayList<Label>();
        double startB = circleB.x() - circleB.radius();
        double endA = circleA.x() + circleA.radius();
        double startA = circleA.x() - circleA.radius();
        double endB = circleB.x() + circleB.radius();
        label(labels, startA, Math.min(startB, endA), 1, a - both);
        label(labels, Math.max(startA, startB), Math.min(endA, endB), 3, both);
        label(labels, Math.max(endA, startB), endB, 2, b - both);
        return new Venn(List.of(circleA, circleB), labels, true);
    }

    private static void label(List<Label> labels, double from, double to, int in, long customers) {
        if (customers > 0 && to - from >= ROOM) {
            labels.add(new Label((from + to) / 2, HEIGHT / 2.0, in, customers));
        }
    }

    /** At which distance of their centres circles have so much area in common: the more, the nearer. */
    private static double distance(double ra, double rb, double common) {
        double near = Math.abs(ra - rb);
        double far = ra + rb;
        if (common <= 0) {
            return far + 6;
        }
        for (int i = 0; i < 60; i++) {
            double middle = (near + far) / 2;
            if (lens(ra, rb, middle) > common) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return (near + far) / 2;
    }

    /** The area that two circles have in common (Weisstein, Circle-Circle Intersection). */
    private static double lens(double ra, double rb, double distance) {
        if (distance <= Math.abs(ra - rb)) {
            return Math.PI * Math.pow(Math.min(ra, rb), 2);
        }
        if (distance >= ra + rb) {
            return 0;
        }
        double a = (distance * distance + ra * ra - rb * rb) / (2 * distance);
        double b = distance - a;
        return ra * ra * Math.acos(Math.clamp(a / ra, -1, 1))
                - a * Math.sqrt(Math.max(0, ra * ra - a * a))
                + rb * rb * Math.acos(Math.clamp(b / rb, -1, 1))
                - b * Math.sqrt(Math.max(0, rb * rb - b * b));
    }

    private static Venn three(Overlap overlap) {
        var circles = List.of(new Circle(138, 88, 82), new Circle(222, 88, 82), new Circle(180, 154, 82));
        var labels = new ArrayList<Label>();
        double[][] places = {{}, {98, 72}, {262, 72}, {180, 54}, {180, 200}, {122, 136}, {238, 136}, {180, 110}};
        for (int in = 1; in < places.length; in++) {
            labels.add(new Label(places[in][0], places[in][1], in, size(overlap, in)));
        }
        return new Venn(circles, labels, false);
    }

    private static long size(Overlap overlap, int in) {
        return overlap.together(groups -> groups == in).size();
    }

    public static String coordinate(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}

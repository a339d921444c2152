package io.ergodic.datasets.registry;

/**
 * One setting as the catalogue shows it.
 *
 * @param key of the setting, nested ones with dots
 * @param type such as {@code whole number} or {@code token mixer}
 * @param fallback default as HOCON; empty when the setting is required
 * @param range what is allowed, empty for anything of the type
 * @param meaning one phrase
 */
public record SettingDescription(
    String key, String type, String fallback, String range, String meaning) {}

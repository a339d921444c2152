package io.ergodic.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InheritanceTest {
  private static String json(String hocon) {
    return Settings.parse(hocon, "").json();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b = 2                      | a = 1, b = 1                       | a = 1, b = 2",
        "x { b = 2 }                | x { a = 1, b = 1 }                 | x { a = 1, b = 2 }",
        "n { kind = rms }           | n { kind = layer, e = 1 }          | n { kind = rms }",
        "n { kind = layer, f = 2 }  | n { kind = layer, e = 1 }          | n { kind = layer, e = 1, f = 2 }",
        "n { e = 2 }                | n { kind = layer, e = 1, f = 3 }   | n { kind = layer, e = 2, f = 3 }",
        "o { name = sgd }           | o { name = adam, betas = [1, 2] }  | o { name = sgd }",
        "o { s { name = cosine } }  | o { name = adam, s { name = exponential, end = 1 } } | o { name = adam, s { name = cosine } }",
        "n = rms                    | n { kind = layer, e = 1 }          | n = rms",
        "n = layer                  | n { kind = layer, e = 1 }          | n { kind = layer, e = 1 }",
        "n { e = 1 }                | n = layer                          | n { kind = layer, e = 1 }",
        "n { kind = rms, e = 1 }    | n = layer                          | n { kind = rms, e = 1 }",
        "l = [1]                    | l = [1, 2]                         | l = [1]",
      })
  void anotherKindDropsTheKeysOfTheOldOne(String over, String under, String merged) {
    assertThat(json(Inheritance.merge(json(over), json(under)))).isEqualTo(json(merged));
  }
}

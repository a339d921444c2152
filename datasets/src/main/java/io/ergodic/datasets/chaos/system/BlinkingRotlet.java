package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;
import java.util.Map;

/**
 * Stirring of a viscous fluid in a disc of radius a by two rotlets at x = b and x = -b that take
 * turns with the period tau, in Cartesian coordinates; bc = 1 lets the fluid stick to the wall, bc
 * = 0 slip. The switch is tanh(20 tau sin(2 pi t / tau)).
 */
@AutoService(ChaoticSystem.class)
public final class BlinkingRotlet implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("BlinkingRotlet", 3)
          .parameter("a", 1)
          .parameter("b", 0.5298833894399929)
          .parameter("bc", 1)
          .parameter("sigma", -1)
          .parameter("tau", 3)
          .start(-0.0853, 0.00444, 0)
          .period(2.9521)
          .citation(
              "Meleshko, Aref, A blinking rotlet model for chaotic advection, Phys. "
                  + "Fluids 8 (1996) 3215-3217");
  private static final SystemTraits TRAITS =
      SystemTraits.none().driven(2, 3).asHamiltonian().asVolumePreserving();

  private static final double TURN = 2 * Math.PI;

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return TRAITS;
  }

  @Override
  public Map<Integer, Double> periodic(double[] parameters) {
    return Map.of(2, parameters[4]);
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double bc = parameters[2];
    double sigma = parameters[3];
    double tau = parameters[4];
    double x = state[0];
    double y = state[1];
    double t = state[2];
    double gate = 0.5 * (1 + StrictMath.tanh(20 * tau * StrictSine.sin(TURN * t / tau)));
    double t0 = y * y;
    double t1 = 1 / ((t0 + (-b + x) * (-b + x)));
    double t2 = 2 * b;
    double t3 = t2 * x;
    double t4 = a * a;
    double t5 = b * b;
    double t6 = 1 / (t4);
    double t7 = t6 * (t0 + x * x);
    double t8 = t5 * t7;
    double t9 = t4 + t8;
    double t10 = -t3 + t9;
    double t11 = 1 / (t10);
    double t12 = t5 * t6;
    double t13 = t12 * y;
    double t14 = t11 * t13;
    double t15 = 1 - t7;
    double t16 = bc * t15;
    double t17 = bc * (t4 - t8);
    double t18 = t17 * t6;
    double t19 = t18 * y;
    double t20 = 1 / (t10 * t10);
    double t21 = t15 * t17;
    double t22 = t13 * t21;
    double t23 = 1 - gate;
    double t24 = 1 / ((t0 + (b + x) * (b + x)));
    double t25 = t3 + t9;
    double t26 = 1 / (t25);
    double t27 = t13 * t26;
    double t28 = 1 / (t25 * t25);
    double t29 = 2 * x;
    double t30 = t12 * t29;
    double t31 = t2 - t30;
    double t32 = t12 * t16 * x;
    double t33 = t18 * x;
    double t34 = t21 / 2;
    double t35 = t2 + t30;
    velocity[0] =
        sigma
            * (gate * (t1 * y - t11 * t19 - t14 * t16 - t14 - t20 * t22)
                + t23 * (-t16 * t27 - t19 * t26 - t22 * t28 + t24 * y - t27));
    velocity[1] =
        sigma
            * (gate
                    * (-t1 * (-t2 + 2 * x) / 2
                        - t11 * t31 / 2
                        + t11 * t32
                        + t11 * t33
                        - t20 * t31 * t34)
                + t23
                    * (-t24 * (t2 + t29) / 2
                        + t26 * t32
                        + t26 * t33
                        + t26 * t35 / 2
                        + t28 * t34 * t35));
    velocity[2] = 1;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double bc = parameters[2];
    double sigma = parameters[3];
    double tau = parameters[4];
    double x = state[0];
    double y = state[1];
    double t = state[2];
    double t0 = TURN * t / tau;
    double t1 = StrictMath.tanh(20 * tau * StrictSine.sin(t0));
    double t2 = t1 - 1;
    double t3 = b + x;
    double t4 = y * y;
    double t5 = t3 * t3;
    double t6 = t4 + t5;
    double t7 = 1 / (t6 * t6);
    double t8 = 1 / (a * a * a * a);
    double t9 = b * x;
    double t10 = 2 * t9;
    double t11 = a * a;
    double t12 = b * b;
    double t13 = 1 / (t11);
    double t14 = x * x;
    double t15 = t13 * (t14 + t4);
    double t16 = t12 * t15;
    double t17 = t11 + t16;
    double t18 = t10 + t17;
    double t19 = 1 / (t18);
    double t20 = bc * t19;
    double t21 = t20 * t8;
    double t22 = 2 * t12;
    double t23 = t22 * x;
    double t24 = t13 * b * b * b;
    double t25 = t13 * t9;
    double t26 = t25 + 1;
    double t27 = 1 / (t18 * t18);
    double t28 = t26 * t27;
    double t29 = t24 * t28;
    double t30 = t27 * t8;
    double t31 = t30 * x;
    double t32 = b * b * b * b;
    double t33 = 1 - t15;
    double t34 = bc * t33;
    double t35 = t32 * t34;
    double t36 = t11 - t16;
    double t37 = bc * t12;
    double t38 = t36 * t37;
    double t39 = t29 * t34;
    double t40 = t13 * t36;
    double t41 = bc * t40;
    double t42 = b * t26;
    double t43 = t27 * t42;
    double t44 = 1 / (t18 * t18 * t18);
    double t45 = t34 * t36;
    double t46 = t44 * t45;
    double t47 =
        t21 * t23 + 2 * t24 * t26 * t46 + t29 - t3 * t7 + t31 * t35 + t31 * t38 + t39 + t41 * t43;
    double t48 = t1 + 1;
    double t49 = b - x;
    double t50 = t49 * t49;
    double t51 = t4 + t50;
    double t52 = 1 / (t51 * t51);
    double t53 = -t10 + t17;
    double t54 = 1 / (t53);
    double t55 = t54 * t8;
    double t56 = 1 / (t53 * t53);
    double t57 = 1 - t25;
    double t58 = t24 * t57;
    double t59 = t56 * t58;
    double t60 = t56 * t8;
    double t61 = t60 * x;
    double t62 = t34 * t59;
    double t63 = b * t57;
    double t64 = t56 * t63;
    double t65 = 1 / (t53 * t53 * t53);
    double t66 = t45 * t65;
    double t67 =
        bc * t23 * t55 + t35 * t61 + t38 * t61 - t41 * t64 + t49 * t52 - 2 * t58 * t66 - t59 - t62;
    double t68 = sigma * y;
    double t69 = 1.0 * t68;
    double t70 = 2 * t4;
    double t71 = t32 * t70;
    double t72 = 4 * t4;
    double t73 = t12 * t21;
    double t74 = t30 * t72;
    double t75 = t35 * t36 * t72 * t8;
    double t76 = 1 / (t6);
    double t77 = t12 * t13;
    double t78 = t19 * t77;
    double t79 = t20 * t40;
    double t80 = t34 * t78;
    double t81 = t45 * t77;
    double t82 = -t27 * t81 + t76 - t78 - t79 - t80;
    double t83 = 1 / (t51);
    double t84 = t54 * t77;
    double t85 = t37 * t55;
    double t86 = t34 * t84;
    double t87 = t41 * t54;
    double t88 = t60 * t72;
    double t89 = t56 * t81;
    double t90 = 0.5 * sigma;
    double t91 = -t83 + t84 + t86 + t87 + t89;
    double t92 = 10.0 * TURN * (t1 * t1 - 1) * StrictSine.cos(t0);
    double t93 = t26 * t26;
    double t94 = 4 * t14;
    double t95 = 4 * t12;
    double t96 = 4 * bc * t25 * t36;
    double t97 = 4 * x;
    double t98 = t57 * t57;
    jacobian[0] = -t69 * (t2 * t47 - t48 * t67);
    jacobian[1] =
        -t90
            * (t2 * (t30 * t71 + t35 * t74 + t38 * t74 + t44 * t75 - t7 * t70 + t72 * t73 + t82)
                - t48
                    * (t35 * t88 + t38 * t88 - t52 * t70 + t60 * t71 + t65 * t75 + t72 * t85 + t83
                        - t84 - t86 - t87 - t89));
    jacobian[2] = t68 * t92 * (t82 + t91);
    jacobian[3] =
        -t90
            * (t2
                    * (-t22 * t27 * t93
                        - t28 * t96
                        - t39 * t97
                        - t46 * t93 * t95
                        + 2 * t5 * t7
                        - t73 * t94
                        - t82)
                - t48
                    * (-t22 * t56 * t98
                        + 2 * t50 * t52
                        + t56 * t57 * t96
                        + t62 * t97
                        - t66 * t95 * t98
                        - t85 * t94
                        + t91));
    jacobian[4] = -t69 * (-t2 * t47 + t48 * t67);
    jacobian[5] =
        -sigma
            * t92
            * (bc * t12 * t13 * t33 * t54 * x
                + bc * t13 * t36 * t54 * x
                - t19 * t42
                + t3 * t76
                - t43 * t45
                - t45 * t64
                + t49 * t83
                - t54 * t63
                - t79 * x
                - t80 * x);
  }
}

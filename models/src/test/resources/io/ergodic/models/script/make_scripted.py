"""Writes the scripted modules of this folder and the losses PyTorch itself has on them.

    pip install torch==2.10.0 numpy && python make_scripted.py

Data is a formula that ScriptedModuleTest repeats, so that no numbers need to be carried over but
losses.json. Every module is trained for 20 steps by Adam (learning rate 0.01) on the one batch; the
generator is seeded by 1000 + step before each, as a step of Ergodic seeds it.
"""

import json
import zipfile

import torch
from torch import Tensor, nn
from torch.nn import functional

STEPS = 20


class Bars(nn.Module):
    """A classifier of 1 x 8 x 8 pictures with all that makes it hard: batch norm, whose statistics
    are buffers and whose counter is a whole number, dropout, a buffer that is assigned anew, a
    frozen parameter, and two names for one parameter. The convolution has no bias: batch norm would
    cancel it, and Adam would make a random walk of the rounding that is left of its gradient."""

    def __init__(self):
        super().__init__()
        self.convolution = nn.Conv2d(1, 4, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(4)
        self.dropout = nn.Dropout(0.2)
        self.head = nn.Linear(4 * 4 * 4, 3)
        self.scale = nn.Parameter(torch.tensor([1.0, 2.0, 0.5]), requires_grad=False)
        self.again = self.head.bias
        self.register_buffer("seen", torch.zeros(3))

    def forward(self, x: Tensor) -> Tensor:
        x = functional.max_pool2d(functional.relu(self.norm(self.convolution(x))), 2)
        logits = self.head(self.dropout(x.flatten(1))) * self.scale + 0.1 * self.again
        if self.training:
            self.seen = 0.9 * self.seen + 0.1 * logits.detach().mean(0)
        return logits


class Sines(nn.Module):
    """A forecaster: (count, 24, 2) to (count, 6, 2), relative to the last row."""

    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(48, 16)
        self.out = nn.Linear(16, 12)

    def forward(self, x: Tensor) -> Tensor:
        last = x[:, -1:, :]
        h = torch.tanh(self.hidden((x - last).flatten(1)))
        return self.out(h).view(-1, 6, 2) + last


class Orbit(nn.Module):
    """Dynamics of three variables: (count, 3) to (count, 3), the observation one step on."""

    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(3, 12)
        self.out = nn.Linear(12, 3)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.out(torch.tanh(self.hidden(x)))


class Heat(nn.Module):
    """An operator: (count, 16, 1) to (count, 16, 1)."""

    def __init__(self):
        super().__init__()
        self.matrix = nn.Linear(16, 16)

    def forward(self, x: Tensor) -> Tensor:
        return self.matrix(x.squeeze(2)).unsqueeze(2)


def values(count: int, *shape: int) -> Tensor:
    """The data: value i is (7919 i mod 1000) / 500 - 1."""
    size = count
    for axis in shape:
        size *= axis
    return torch.tensor([(7919 * i % 1000) / 500 - 1 for i in range(size)]).view(count, *shape)


def losses(module: nn.Module, loss) -> list:
    optimiser = torch.optim.Adam([p for p in module.parameters() if p.requires_grad], lr=0.01)
    curve = []
    module.train()
    for step in range(STEPS):
        torch.manual_seed(1000 + step)
        optimiser.zero_grad()
        value = loss(module)
        value.backward()
        optimiser.step()
        curve.append(value.item())
    module.eval()
    with torch.no_grad():
        curve.append(loss(module).item())
    return curve


def unrolled(module: nn.Module) -> Tensor:
    """Windows of four rows: three steps of the module's own from the first."""
    windows = values(10, 4, 3)
    state = windows[:, 0]
    made = []
    for _ in range(3):
        state = module(state)
        made.append(state)
    return functional.mse_loss(torch.stack(made, 1), windows[:, 1:])


def save(module: nn.Module, name: str):
    """Saves without the debug records, which hold the folders of the machine it was made on, and
    without times."""
    torch.jit.script(module).save(name)
    with zipfile.ZipFile(name) as made:
        entries = {info.filename: made.read(info) for info in made.infolist()}
    with zipfile.ZipFile(name, "w", zipfile.ZIP_STORED) as lean:
        for entry, content in sorted(entries.items()):
            if not entry.endswith(".debug_pkl"):
                lean.writestr(zipfile.ZipInfo(entry), content)


def main():
    torch.manual_seed(1)
    torch.set_num_threads(1)
    modules = {
        "bars": (
            Bars(),
            lambda m: functional.cross_entropy(m(values(12, 1, 8, 8)), torch.arange(12) % 3),
        ),
        "sines": (
            Sines(),
            lambda m: functional.mse_loss(m(values(9, 24, 2)), values(9, 6, 2)),
        ),
        "orbit": (Orbit(), unrolled),
        "heat": (
            Heat(),
            lambda m: functional.mse_loss(m(values(8, 16, 1)), values(8, 16, 1) ** 2),
        ),
    }
    curves = {}
    for name, (module, loss) in modules.items():
        save(module, name + ".pt")
        curves[name] = losses(module, loss)
    with open("losses.json", "w") as out:
        json.dump(curves, out, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main()

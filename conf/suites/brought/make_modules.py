"""Writes the networks of conf/suites/brought.conf as a PyTorch user would.

    pip install torch==2.10.0 numpy && python make_modules.py

The files hold code and first values of the parameters; Ergodic trains them.
"""

import zipfile

import torch
from torch import Tensor, nn
from torch.nn import functional


class Mixer(nn.Module):
    """TSMixer (Chen et al., TMLR 2023) of two blocks: (count, 168, 4) to (count, 24, 4)."""

    def __init__(self, lookback: int = 168, horizon: int = 24, variables: int = 4, width: int = 32):
        super().__init__()
        self.times = nn.ModuleList([nn.Linear(lookback, lookback) for _ in range(2)])
        self.features = nn.ModuleList(
            [
                nn.Sequential(
                    nn.Linear(variables, width),
                    nn.ReLU(),
                    nn.Dropout(0.1),
                    nn.Linear(width, variables),
                )
                for _ in range(2)
            ]
        )
        self.head = nn.Linear(lookback, horizon)

    def forward(self, x: Tensor) -> Tensor:
        last = x[:, -1:, :]
        x = x - last
        for time, feature in zip(self.times, self.features):
            x = x + functional.relu(time(x.transpose(1, 2))).transpose(1, 2)
            x = x + feature(x)
        return self.head(x.transpose(1, 2)).transpose(1, 2) + last


class Unit(nn.Module):
    def __init__(self, inputs: int, outputs: int, stride: int):
        super().__init__()
        self.first = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        self.second = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(outputs)
        self.short = nn.Conv2d(inputs, outputs, 1, stride, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        y = functional.relu(self.norm(self.first(x)))
        return functional.relu(self.norm2(self.second(y)) + self.short(x))


class SmallResNet(nn.Module):
    """A residual network with batch norm: (count, 1, 28, 28) to logits (count, 6)."""

    def __init__(self):
        super().__init__()
        self.units = nn.Sequential(Unit(1, 8, 2), Unit(8, 16, 2), Unit(16, 32, 2))
        self.head = nn.Linear(32, 6)

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.units(x).mean(dim=[2, 3]))


class ResidualMap(nn.Module):
    """A step of a system of three variables: (count, 3) to (count, 3)."""

    def __init__(self, width: int = 64):
        super().__init__()
        self.first = nn.Linear(3, width)
        self.second = nn.Linear(width, width)
        self.out = nn.Linear(width, 3)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.out(torch.tanh(self.second(torch.tanh(self.first(x)))))


def save(module: nn.Module, name: str):
    """Saves without the debug records, which hold the folders of the machine it was made on."""
    torch.jit.script(module).save(name)
    with zipfile.ZipFile(name) as made:
        entries = {info.filename: made.read(info) for info in made.infolist()}
    with zipfile.ZipFile(name, "w", zipfile.ZIP_STORED) as lean:
        for entry, content in sorted(entries.items()):
            if not entry.endswith(".debug_pkl"):
                lean.writestr(zipfile.ZipInfo(entry), content)


if __name__ == "__main__":
    torch.manual_seed(1)
    save(Mixer(), "mixer.pt")
    save(SmallResNet(), "resnet.pt")
    save(ResidualMap(), "map.pt")

package io.ergodic.datasets.file.image;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;

/**
 * Image files below a folder on disk. Links are followed, to files and to folders, for splits are
 * often made of them; those that lead nowhere or round in a circle are refused.
 */
record FolderFiles(Path path, String setting) implements ImageFiles {
  @Override
  public Listing list() throws IOException {
    Listing listing = new Listing();
    Files.walkFileTree(
        path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(listing));
    return listing;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Listing listing;

    Visitor(Listing listing) {
      this.listing = listing;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
      listing.folder(name(folder));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
      String name = name(file);
      if (facts.isSymbolicLink()) {
        throw error(name + " is a link to a file that is not there");
      }
      if (!facts.isRegularFile() && Listing.isImage(name)) {
        // Reading a pipe would wait for ever.
        throw error(name + " is no file");
      }
      listing.file(name);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) {
      if (failed instanceof FileSystemLoopException) {
        throw error(name(file) + " is a link to a folder it lies in");
      }
      throw error(name(file) + " cannot be read: " + failed.getClass().getSimpleName());
    }
  }

  private String name(Path file) {
    return path.relativize(file).toString().replace('\\', '/');
  }

  private InvalidInputException error(String problem) {
    return new InvalidInputException(setting + ": " + path + ": " + problem);
  }

  @Override
  public void read(List<String> names, long most, Target target) throws IOException {
    for (int i = 0; i < names.size(); i++) {
      Path file = path.resolve(names.get(i));
      long size = Files.size(file);
      if (size > most) {
        throw error(names.get(i) + ": " + size + " bytes, an image file has at most " + most);
      }
      target.accept(i, Files.readAllBytes(file));
    }
  }

  @Override
  public List<Path> inputs(List<String> names) {
    return names.stream().map(path::resolve).toList();
  }
}
